import type { ApolloClient } from "@apollo/client";
import {
  ChooseHolidaysDocument,
  CreateAvailabilityTemplateDocument,
  CreateTimeOffDocument,
  CreateTravelDocument,
  DeleteAvailabilityTemplateDocument,
  DeleteTimeOffDocument,
  DeleteTravelDocument,
  ObserveHolidaysDocument,
  RemoveDateOverridesDocument,
  SetDateOverridesDocument,
  UpdateAvailabilityTemplateDocument,
  UpdateTimeOffDocument,
  UpdateTravelDocument,
} from "../../../../generated/console.ts";
import type { AffectedBookingInput, AvailabilityChangeInput } from "../../../../generated/schema.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../../shell/save-problem.ts";

type Change = AvailabilityChangeInput;
type Affected = readonly AffectedBookingInput[];

interface Answer {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string;
}

/** Saves a change by the mutation of its name, with what was decided about the sessions it affects. Null when it is saved. */
export async function saveChange(
  client: ApolloClient,
  change: Change,
  affected: Affected,
): Promise<SaveProblem | null> {
  try {
    const answer = await sent(client, change, affected);
    // After the answer the lists are read anew: one change may alter several rows.
    if (answer?.message === undefined && answer !== undefined) {
      await client.refetchQueries({ include: ["Hours"] });
      return null;
    }
    return answer?.message === undefined
      ? unansweredProblem()
      : saveProblemOf({ message: answer.message, ...(answer.field !== undefined && { field: answer.field }) });
  } catch {
    return unansweredProblem();
  }
}

async function sent(client: ApolloClient, change: Change, affected: Affected): Promise<Answer | undefined> {
  return (
    (await sentTemplate(client, change, affected)) ??
    (await sentDates(client, change, affected)) ??
    (await sentAway(client, change, affected))
  );
}

async function sentTemplate(client: ApolloClient, change: Change, affected: Affected): Promise<Answer | undefined> {
  const { createAvailabilityTemplate, updateAvailabilityTemplate, deleteAvailabilityTemplate: id } = change;
  if (createAvailabilityTemplate) {
    const variables = { input: createAvailabilityTemplate, affected };
    const { data } = await client.mutate({ mutation: CreateAvailabilityTemplateDocument, variables });
    return data?.createAvailabilityTemplate;
  }
  if (updateAvailabilityTemplate) {
    const variables = { input: updateAvailabilityTemplate, affected };
    const { data } = await client.mutate({ mutation: UpdateAvailabilityTemplateDocument, variables });
    return data?.updateAvailabilityTemplate;
  }
  if (!id) return undefined;
  const { data } = await client.mutate({ mutation: DeleteAvailabilityTemplateDocument, variables: { id, affected } });
  return data?.deleteAvailabilityTemplate;
}

async function sentDates(client: ApolloClient, change: Change, affected: Affected): Promise<Answer | undefined> {
  const { setDateOverrides, removeDateOverrides: dates, chooseHolidays, observeHolidays } = change;
  if (setDateOverrides) {
    const variables = { input: setDateOverrides, affected };
    const { data } = await client.mutate({ mutation: SetDateOverridesDocument, variables });
    return data?.setDateOverrides;
  }
  if (dates) {
    const { data } = await client.mutate({ mutation: RemoveDateOverridesDocument, variables: { dates, affected } });
    return data?.removeDateOverrides;
  }
  if (chooseHolidays) {
    const variables = { input: chooseHolidays, affected };
    const { data } = await client.mutate({ mutation: ChooseHolidaysDocument, variables });
    return data?.chooseHolidays;
  }
  if (!observeHolidays) return undefined;
  const variables = { input: observeHolidays, affected };
  const { data } = await client.mutate({ mutation: ObserveHolidaysDocument, variables });
  return data?.observeHolidays;
}

async function sentAway(client: ApolloClient, change: Change, affected: Affected): Promise<Answer | undefined> {
  const { createTimeOff, updateTimeOff, deleteTimeOff, createTravel, updateTravel, deleteTravel } = change;
  if (createTimeOff) {
    const variables = { input: createTimeOff, affected };
    return (await client.mutate({ mutation: CreateTimeOffDocument, variables })).data?.createTimeOff;
  }
  if (updateTimeOff) {
    const variables = { input: updateTimeOff, affected };
    return (await client.mutate({ mutation: UpdateTimeOffDocument, variables })).data?.updateTimeOff;
  }
  if (deleteTimeOff) {
    const variables = { id: deleteTimeOff };
    return (await client.mutate({ mutation: DeleteTimeOffDocument, variables })).data?.deleteTimeOff;
  }
  if (createTravel) {
    const variables = { input: createTravel, affected };
    return (await client.mutate({ mutation: CreateTravelDocument, variables })).data?.createTravel;
  }
  if (updateTravel) {
    const variables = { input: updateTravel, affected };
    return (await client.mutate({ mutation: UpdateTravelDocument, variables })).data?.updateTravel;
  }
  if (!deleteTravel) return undefined;
  const variables = { id: deleteTravel, affected };
  return (await client.mutate({ mutation: DeleteTravelDocument, variables })).data?.deleteTravel;
}
