/** How problems are printed, beside `text` and `json`: annotations of GitHub's workflows, and a log for code scanning. */
export const problemFormats = ['github', 'sarif'] as const

/** The option of every command that has `warningLimit`. */
export const maxWarningsOption = {
  type: 'string',
  value: 'N',
  summary: 'fail if there are more warnings than this',
} as const
