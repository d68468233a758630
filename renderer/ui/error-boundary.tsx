import { Trans, useLingui } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** When it changes, what failed is tried again: the route. */
  readonly resetKey?: string;
  /** Shown in place of what failed; without it, a page that says so. */
  readonly fallback?: ReactNode;
  readonly onFailure?: (problem: unknown) => void;
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean;
  readonly resetKey: string | undefined;
}

/** A bug in one page leaves the rest of the window usable. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { hasFailed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Pick<ErrorBoundaryState, 'hasFailed'> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { hasFailed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(problem: unknown): void {
    this.props.onFailure?.(problem);
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    if (this.props.fallback !== undefined) return this.props.fallback;
    return <Failure onRetry={() => this.setState({ hasFailed: false })} />;
  }
}

function Failure({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <div role="alert">
      <EmptyState
        title={t`This page could not be shown`}
        actions={
          <Button look="primary" size="large" onPress={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>What you have saved is in place. Try again or go to another page.</Trans>
      </EmptyState>
    </div>
  );
}
