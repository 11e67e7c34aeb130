/** The page of a tag in the specification of the podcast namespace. */
export function specOf(page: string): string {
  return `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${page}.md`
}
