import { Redirect, Route, Switch, useLocation } from "wouter";
import { NotFoundPage } from "../../ui/NotFoundPage.tsx";
import { ConfirmPage } from "../sign-in/ConfirmPage.tsx";
import { SignInPage } from "../sign-in/SignInPage.tsx";
import { BulkPage } from "./bulk/BulkPage.tsx";
import { ChangeManyPage } from "./bulk/change/ChangeManyPage.tsx";
import { NewBulkPage } from "./bulk/NewBulkPage.tsx";
import { RunPage } from "./bulk/RunPage.tsx";
import { CalendarPage } from "./calendar/CalendarPage.tsx";
import { ClientsPage } from "./clients/ClientsPage.tsx";
import { HoursPage } from "./hours/HoursPage.tsx";
import { LinksPage } from "./links/LinksPage.tsx";
import { MonthPage } from "./month/MonthPage.tsx";
import { PreviewPage } from "./preview/PreviewPage.tsx";
import { ApplyPage } from "./programs/apply/ApplyPage.tsx";
import { BookedProgramPage } from "./programs/booked/BookedProgramPage.tsx";
import { BookedProgramsPage } from "./programs/booked/BookedProgramsPage.tsx";
import { ProgramPage } from "./programs/ProgramPage.tsx";
import { ProgramsPage } from "./programs/ProgramsPage.tsx";
import { SharePage } from "./programs/share/SharePage.tsx";
import { RequestsPage } from "./requests/RequestsPage.tsx";
import { NewSeriesPage } from "./series/NewSeriesPage.tsx";
import { SeriesListPage } from "./series/SeriesListPage.tsx";
import { SeriesPage } from "./series/SeriesPage.tsx";
import { QuestionsPage } from "./session-types/questions/QuestionsPage.tsx";
import { SessionTypesPage } from "./session-types/SessionTypesPage.tsx";
import { SettingsPage } from "./settings/SettingsPage.tsx";
import { ConsoleShell } from "./shell/ConsoleShell.tsx";
import { PageBoundary } from "./shell/PageBoundary.tsx";
import { SignedIn } from "./shell/SignedIn.tsx";
import { WaitlistPage } from "./waitlist/WaitlistPage.tsx";

export function ConsoleApp() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/console" replace />
      </Route>
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

/** All in one piece: a coach who goes offline can still turn to every page. */
function ConsolePages() {
  const [path] = useLocation();
  return (
    <PageBoundary key={path}>
      <Switch>
        <Route path="/console">
          <CalendarPage />
        </Route>
        <Route path="/console/month">
          <MonthPage />
        </Route>
        <Route path="/console/requests">
          <RequestsPage />
        </Route>
        <Route path="/console/waitlist">
          <WaitlistPage />
        </Route>
        <Route path="/console/session-types/:id/questions">{({ id }) => <QuestionsPage typeId={id} />}</Route>
        <Route path="/console/session-types">
          <SessionTypesPage />
        </Route>
        <Route path="/console/bulk">
          <BulkPage />
        </Route>
        <Route path="/console/bulk/new">
          <NewBulkPage />
        </Route>
        <Route path="/console/bulk/change">
          <ChangeManyPage />
        </Route>
        <Route path="/console/bulk/runs/:id">{({ id }) => <RunPage id={id} />}</Route>
        <Route path="/console/programs">
          <ProgramsPage />
        </Route>
        <Route path="/console/programs/new">
          <ProgramPage programId={null} />
        </Route>
        <Route path="/console/programs/share">
          <SharePage />
        </Route>
        <Route path="/console/programs/booked">
          <BookedProgramsPage />
        </Route>
        <Route path="/console/programs/booked/:id">{({ id }) => <BookedProgramPage id={id} />}</Route>
        <Route path="/console/programs/:id/book">{({ id }) => <ApplyPage programId={id} />}</Route>
        <Route path="/console/programs/:id">{({ id }) => <ProgramPage programId={id} />}</Route>
        <Route path="/console/hours/*?">
          <HoursPage />
        </Route>
        <Route path="/console/links">
          <LinksPage />
        </Route>
        <Route path="/console/clients">
          <ClientsPage />
        </Route>
        <Route path="/console/series/new">
          <NewSeriesPage />
        </Route>
        <Route path="/console/series/:id">{({ id }) => <SeriesPage id={id} />}</Route>
        <Route path="/console/series">
          <SeriesListPage />
        </Route>
        <Route path="/console/settings">
          <SettingsPage />
        </Route>
        <Route path="/console/preview">
          <PreviewPage />
        </Route>
        <Route>
          <Redirect to="/console" replace />
        </Route>
      </Switch>
    </PageBoundary>
  );
}
