import {type HostName, type Redirect, redirectsEverywhere} from '../model/serving.ts'

/** Whether an old path is redirected on every host that the output is for. */
export function redirected(redirects: readonly Redirect[], hosts: readonly HostName[]): (path: string) => boolean {
  if (!redirectsEverywhere(hosts)) return () => false
  const exact = new Set(
    redirects.flatMap(({from, covers}) => (covers === 'file' ? [from] : [from, `${from}/`, `${from}/index.html`])),
  )
  const folders = redirects.filter(({covers}) => covers === 'folder').map(({from}) => `${from}/`)
  return (path) => exact.has(path) || folders.some((folder) => path.startsWith(folder))
}
