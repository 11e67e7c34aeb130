/** An `error` stops a build. A `warning` does not. `info` says what was inferred. */
export type Severity = 'error' | 'warning' | 'info'

/** What is permanent about a problem: `code` is the key of the table, and the anchor in docs/problems.md. */
export type ProblemKind = {
  readonly severity: Severity
  /** When a problem of this kind has another severity than `severity` says. Each problem has its own severity. */
  readonly otherwise?: string
  /** One or two sentences for the documentation: what it means and what listeners would see. */
  readonly why: string
  /** The smallest input that has the problem, and the same input mended. */
  readonly bad: string
  readonly good: string
}
