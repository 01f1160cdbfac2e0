import { Component, type ReactNode } from 'react';
import { describeBug } from './session/store.ts';

type Props = {
  /** The session shows its calm screen; when that ends, the screens are drawn anew. */
  readonly isCalm: boolean;
  readonly onBug: (message: string) => void;
  readonly calm: ReactNode;
  readonly children: ReactNode;
};
type State = { readonly failed: boolean };

/** A screen that throws while drawing is a bug: it is reported, and the calm screen stands until the session restarts. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onBug(describeBug(error));
  }

  override componentDidUpdate(before: Props): void {
    if (before.isCalm && !this.props.isCalm && this.state.failed) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.calm : this.props.children;
  }
}
