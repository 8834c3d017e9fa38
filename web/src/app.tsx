import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";
import { PageSkeleton } from "./ui/PageSkeleton.tsx";

const BookingPage = lazy(async () => ({ default: (await import("./features/booking/BookingPage.tsx")).BookingPage }));
const ManagePage = lazy(async () => ({ default: (await import("./features/manage/ManagePage.tsx")).ManagePage }));
const ConsoleApp = lazy(async () => ({ default: (await import("./features/console/ConsoleApp.tsx")).ConsoleApp }));

/** The console owns /, /console and /sign-in; everything with two segments is a booking link. */
export function App() {
  return (
    <Suspense fallback={<PageSkeleton />}>
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
        <Route path="/:coach/:link">
          {({ coach, link }) => <BookingPage key={`${coach}/${link}`} coach={coach} link={link} />}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
