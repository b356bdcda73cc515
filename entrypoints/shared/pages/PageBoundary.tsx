import { Component } from 'react';
import type { ReactNode } from 'react';

/** Catches a mistake of ours. What was thrown is neither shown nor logged: it could quote a record. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main role="alert" style={{ padding: '24px', font: '15px system-ui' }}>
        <h1 style={{ fontSize: '18px' }}>This page stopped working</h1>
        <p>Nothing you saved is lost.</p>
        <button type="button" onClick={() => location.reload()}>Reload</button>
      </main>
    );
  }
}
