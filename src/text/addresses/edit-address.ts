/** How hosts of repositories call a branch, and the page on which a file of it is edited. */
type Host = {
  readonly isAt: (url: URL) => boolean
  /** Between the repository and the branch, in the address of a folder. */
  readonly tree: string
  readonly edit: string
}

// https://docs.github.com, https://docs.gitlab.com/user/project/repository/web_editor/, https://docs.gitea.com, https://docs.codeberg.org
const hosts: readonly Host[] = [
  {
    isAt: ({hostname, pathname}) => /gitlab/.test(hostname) || pathname.includes('/-/'),
    tree: '/-/tree/',
    edit: '/-/edit/',
  },
  {
    isAt: ({hostname, pathname}) => /codeberg|gitea|forgejo/.test(hostname) || pathname.includes('/src/branch/'),
    tree: '/src/branch/',
    edit: '/_edit/',
  },
  {isAt: ({hostname}) => /(?:^|\.)github\./.test(hostname), tree: '/tree/', edit: '/edit/'},
]

const usualBranch = 'main'

/**
 * Where the files of a folder are edited in the browser, from the address of the folder at GitHub, GitLab, Codeberg or another Gitea:
 * `https://github.com/mara/trains/tree/main/show` is `https://github.com/mara/trains/edit/main/show/`. The address of a repository alone is
 * its root on the branch `main`. `undefined` for the address of another host.
 */
export function editBaseOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const host = hosts.find((each) => each.isAt(url))
  if (host === undefined || url.protocol !== 'https:') return undefined
  const [repository = '', rest = usualBranch] = url.pathname.replace(/\/+$/, '').split(host.tree)
  const names = repository
    .replace(/\.git$/, '')
    .split('/')
    .filter((name) => name !== '')
  if (names.length < 2 || rest === '') return undefined
  return `${url.origin}/${names.join('/')}${host.edit}${rest}/`
}

/** The page on which a line of a file is edited. Of a file outside of the folder nobody knows it. */
export function editAddress(editBase: string, file: string): string | undefined {
  const parts = file.split('/')
  return parts.includes('..') || file.startsWith('/')
    ? undefined
    : `${editBase}${parts.map(encodeURIComponent).join('/')}`
}
