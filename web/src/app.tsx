import { lazy, Suspense } from "react";
import { Route, Switch, useLocation } from "wouter";
import { embedded } from "./lib/host-page.ts";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";
import { OwnTabPage } from "./ui/OwnTabPage.tsx";
import { PageSkeleton } from "./ui/PageSkeleton.tsx";

const BookingPage = lazy(async () => ({ default: (await import("./features/booking/BookingPage.tsx")).BookingPage }));
const ManagePage = lazy(async () => ({ default: (await import("./features/manage/ManagePage.tsx")).ManagePage }));
const WaitingPage = lazy(async () => ({ default: (await import("./features/waiting/WaitingPage.tsx")).WaitingPage }));
const ConsoleApp = lazy(async () => ({ default: (await import("./features/console/ConsoleApp.tsx")).ConsoleApp }));

export function App() {
  return <Suspense fallback={<PageSkeleton />}>{embedded ? <FramedPages /> : <Pages />}</Suspense>;
}

/** The console owns /, /console and /sign-in; everything with two segments is a booking link. */
function Pages() {
  return (
    <Switch>
      <Route path="/">
        <ConsoleApp />
      </Route>
      <Route path="/console/*?">
        <ConsoleApp />
      </Route>
      <Route path="/sign-in/*?">
        <ConsoleApp />
      </Route>
      <Route path="/manage/:token">{({ token }) => <ManagePage key={token} token={token} />}</Route>
      <Route path="/waiting/:token">{({ token }) => <WaitingPage key={token} token={token} />}</Route>
      <Route path="/:coach/:link">
        {({ coach, link }) => <BookingPage key={`${coach}/${link}`} coach={coach} link={link} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

/** In the page of another site: booking, and nothing else, however the address within the frame may change. */
function FramedPages() {
  const [path] = useLocation();
  return (
    <Switch>
      <Route path="/embed/:coach/:link">
        {({ coach, link }) => <BookingPage key={`${coach}/${link}`} coach={coach} link={link} />}
      </Route>
      <Route>
        <OwnTabPage path={path} />
      </Route>
    </Switch>
  );
}
