/** Whether a picture or a media file is on a server. */
export function isRemote(location: string): boolean {
  return /^(?:https?:)?\/\//i.test(location)
}
