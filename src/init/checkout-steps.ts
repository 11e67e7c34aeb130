import {actions} from './action-pins.ts'
import {indented} from './workflow-parts.ts'

/**
 * Steps that check out the repository with its large files (Git LFS). GitHub counts each download of one, and a schedule runs 720 times a
 * month: so they are kept by what they are, and only those that are new are fetched. Without LFS nothing of this runs.
 */
export function checkoutSteps({base = false}: {readonly base?: boolean} = {}): string {
  const other = [
    `- uses: ${actions.checkout}`,
    '  with:',
    `    ref: \${{ github.event.pull_request.base.sha }}`,
    '    path: .base',
    '    persist-credentials: false',
  ]
  return indented(6, [
    `- uses: ${actions.checkout}`,
    '  with:',
    '    persist-credentials: false',
    ...(base ? other : []),
    '- name: List large files',
    '  run: |',
    "    git lfs ls-files --long | cut -d ' ' -f 1 | sort -u > .lfs-objects || true",
    '    [ -s .lfs-objects ] || rm -f .lfs-objects',
    `- uses: ${actions.cache}`,
    "  if: hashFiles('.lfs-objects') != ''",
    '  with:',
    '    path: .git/lfs',
    `    key: lfs-\${{ hashFiles('.lfs-objects') }}`,
    '    restore-keys: lfs-',
    '- name: Fetch the large files that are new',
    "  if: hashFiles('.lfs-objects') != ''",
    '  env:',
    `    TOKEN: \${{ github.token }}`,
    '  run: |',
    `    header="http.$GITHUB_SERVER_URL/.extraheader=AUTHORIZATION: basic $(printf 'x-access-token:%s' "$TOKEN" | base64 --wrap=0)"`,
    '    git -c "$header" lfs pull',
    ...(base ? ['    git -C .base config lfs.storage "$PWD/.git/lfs"', '    git -C .base -c "$header" lfs pull'] : []),
  ])
}
