import { lazy, type ReactNode, Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { NotFoundPage } from "../../ui/NotFoundPage.tsx";
import { ConfirmPage } from "../sign-in/ConfirmPage.tsx";
import { SignInPage } from "../sign-in/SignInPage.tsx";
import { CalendarPage } from "./calendar/CalendarPage.tsx";
import { ConsoleShell } from "./shell/ConsoleShell.tsx";
import { PageLoading } from "./shell/PageStates.tsx";
import { SignedIn } from "./shell/SignedIn.tsx";

const SessionTypesPage = lazy(async () => ({
  default: (await import("./session-types/SessionTypesPage.tsx")).SessionTypesPage,
}));
const HoursPage = lazy(async () => ({ default: (await import("./hours/HoursPage.tsx")).HoursPage }));
const LinksPage = lazy(async () => ({ default: (await import("./links/LinksPage.tsx")).LinksPage }));
const ClientsPage = lazy(async () => ({ default: (await import("./clients/ClientsPage.tsx")).ClientsPage }));

export function ConsoleApp() {
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route path="/sign-in/confirm">
        <ConfirmPage />
      </Route>
      <Route path="/console/*?">
        <SignedIn>
          <ConsoleShell>
            <ConsolePages />
          </ConsoleShell>
        </SignedIn>
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function ConsolePages(): ReactNode {
  return (
    <Suspense fallback={<PageLoading />}>
      <Switch>
        <Route path="/console">
          <CalendarPage />
        </Route>
        <Route path="/console/session-types">
          <SessionTypesPage />
        </Route>
        <Route path="/console/hours">
          <HoursPage />
        </Route>
        <Route path="/console/links">
          <LinksPage />
        </Route>
        <Route path="/console/clients">
          <ClientsPage />
        </Route>
        <Route>
          <Redirect to="/console" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
