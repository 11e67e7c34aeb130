/** Fetches files of the site, each once a page. `root` is the way from the page to the site. */
export type IndexFiles = {
  readonly json: <Value>(path: string) => Promise<Value>
  readonly text: (path: string) => Promise<string>
}

export function filesOfIndex(root: string): IndexFiles {
  const known = new Map<string, Promise<Response>>()
  const fetched = async (path: string) => {
    // Asked for again by each page and answered by 304: the parts of an index are of one build.
    const answer = known.get(path) ?? fetch(root + path, {cache: 'no-cache'})
    known.set(path, answer)
    const response = await answer
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.clone()
  }
  return {
    json: async (path) => (await fetched(path)).json(),
    text: async (path) => (await fetched(path)).text(),
  }
}
