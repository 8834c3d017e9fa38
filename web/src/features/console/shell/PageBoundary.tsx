import { Component, type ReactNode } from "react";
import { PageError } from "./PageStates.tsx";

interface BoundaryState {
  readonly error: Error | null;
}

/** A fault in one page leaves the way to the others. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <PageError alone what="This page" error={error} onRetry={() => this.setState({ error: null })} />;
  }
}
