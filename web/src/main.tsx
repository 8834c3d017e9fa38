import "@fontsource-variable/inter/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/embedded.css";
import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { createApolloClient } from "./apollo.ts";
import { App } from "./app.tsx";
import { useHabits } from "./lib/habits.ts";
import { greetHost } from "./lib/host-page.ts";
import { Announcer } from "./ui/Announcer.tsx";
import { Toaster } from "./ui/Toaster.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

greetHost();
createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={createApolloClient()}>
      <Root />
    </ApolloProvider>
  </StrictMode>,
);

/** Whatever formats a time stands below: a change of how they are read renders it all anew. */
function Root() {
  const { locale } = useHabits();
  return (
    <I18nProvider locale={locale}>
      <App />
      <Toaster />
      <Announcer />
    </I18nProvider>
  );
}
