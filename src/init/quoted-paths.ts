/** A path as one word of a shell: a folder may have a blank or a quote in its name. */
export function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}

/** A text as a YAML value in one line. */
export function yamlText(text: string): string {
  return /^[\w."'$/][^\n]*$/.test(text) && !/^["']|: | #|:$|\s$/.test(text) ? text : JSON.stringify(text)
}
