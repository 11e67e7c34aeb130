import {actions} from './action-pins.ts'
import {githubFiles} from './github-workflows.ts'
import {gitlabFiles} from './gitlab-pipeline.ts'
import type {InitFile, InitSettings} from './init-file.ts'

/** Where a show is published, and by which automation. A new host is a row. */
export type InitHost = {
  readonly name: string
  readonly title: string
  readonly files: (settings: InitSettings) => readonly InitFile[]
  /** Whether its automation of a network imports nothing, so that somebody has to. */
  readonly importsByHand?: true
  /** What the author has to set up there by hand, in order. */
  readonly toDo: readonly string[]
}

/** Also of the show that Castwright publishes of its own. */
export const githubPages = {
  permissions: ['pages: write', 'id-token: write'],
  environment: ['environment:', '  name: github-pages', `  url: \${{ steps.deploy.outputs.page_url }}`],
  steps: `- name: Upload the site
  uses: ${actions.uploadPages}
  with:
    path: output
- name: Deploy
  id: deploy
  uses: ${actions.deployPages}`,
} as const

/**
 * These hosts serve what they get from the root of the address, and read their own files there. But a show may be below the root:
 * `/nt/`.
 */
const belowItsPath = `    site="$RUNNER_TEMP/site"
    mkdir -p "$site$SITE_PATH"
    cp -R output/. "$site$SITE_PATH"
    if [ "$SITE_PATH" != / ]; then
      for file in _headers _redirects; do
        if [ -e "$site$SITE_PATH$file" ]; then mv "$site$SITE_PATH$file" "$site/$file"; fi
      done
    fi`

const sitePath = `    SITE_PATH: \${{ steps.build.outputs.path }}`

const netlify = `- name: Deploy
  env:
    NETLIFY_AUTH_TOKEN: \${{ secrets.NETLIFY_AUTH_TOKEN }}
    NETLIFY_SITE_ID: \${{ vars.NETLIFY_SITE_ID }}
${sitePath}
  run: |
${belowItsPath}
    npx --yes netlify-cli@27.10.2 deploy --prod --no-build --dir="$site"`

const storeKeys = `    AWS_ACCESS_KEY_ID: \${{ secrets.BUCKET_ACCESS_KEY_ID }}
    AWS_SECRET_ACCESS_KEY: \${{ secrets.BUCKET_SECRET_ACCESS_KEY }}
    AWS_ENDPOINT_URL_S3: \${{ vars.BUCKET_ENDPOINT }}
    AWS_REGION: \${{ vars.BUCKET_REGION }}`

const bucketKeys = `${storeKeys}
    BUCKET: \${{ vars.BUCKET }}`

/** A host that publishes an artifact can keep no secret, so members have a path of a store. */
const membersInStore = `- name: Deploy
  env:
${storeKeys}
    TARGET: \${{ vars.MEMBERS_TARGET }}
  run: castwright deploy members --to "$TARGET"`

const cloudflare = `- name: Deploy
  env:
    CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
    CLOUDFLARE_ACCOUNT_ID: \${{ vars.CLOUDFLARE_ACCOUNT_ID }}
    PROJECT: \${{ vars.CLOUDFLARE_PROJECT }}
${bucketKeys}
    BUCKET_URL: \${{ vars.BUCKET_URL }}
${sitePath}
  run: |
${belowItsPath}
    if [ -n "$BUCKET" ]; then
      # Pages takes no file of more than 25 MiB: a bucket serves the recordings, and their addresses lead there.
      castwright deploy output --to "s3://$BUCKET"
      rm -rf "$site\${SITE_PATH}media"
      echo "\${SITE_PATH}media/* $BUCKET_URL/media/:splat 302" >> "$site/_redirects"
    fi
    npx --yes wrangler@4.164.0 pages deploy "$site" --project-name="$PROJECT" --branch=main --commit-dirty=true`

const store = `- name: Deploy
  env:
${bucketKeys}
  run: castwright deploy output --to "s3://$BUCKET"`

const sshKeys = `    SSH_KEY: \${{ secrets.DEPLOY_SSH_KEY }}
    KNOWN_HOSTS: \${{ vars.DEPLOY_KNOWN_HOSTS }}`

const useSshKeys = `    install -m 700 -d ~/.ssh
    (umask 077 && printf '%s\\n' "$SSH_KEY" > ~/.ssh/castwright)
    printf '%s\\n' "$KNOWN_HOSTS" > ~/.ssh/castwright_hosts
    export RSYNC_RSH="ssh -i $HOME/.ssh/castwright -o UserKnownHostsFile=$HOME/.ssh/castwright_hosts"`

const rsync = `- name: Deploy
  env:
${sshKeys}
    TARGET: \${{ vars.DEPLOY_TARGET }}
    FEEDS: \${{ steps.build.outputs.feeds }}
  run: |
${useSshKeys}
    # What feeds name goes before the feeds; what no feed names any more is deleted after them.
    printf '%s\\n' "$FEEDS" | sed '/./s#^#/#' |
      rsync -rt --exclude=.castwright --exclude=/index.html --exclude-from=- output/ "$TARGET"
    rsync -rt --delete-after --exclude=.castwright output/ "$TARGET"`

const membersByRsync = `- name: Deploy
  env:
${sshKeys}
    TARGET: \${{ vars.MEMBERS_TARGET }}
  run: |
${useSshKeys}
    # Early files go before the feeds that name them.
    rsync -rt --include='*/' --include='/**/media/**' --include='/**/images/**' --exclude='*' members/ "$TARGET"
    gone=$(rsync -rtn --itemize-changes --delete --exclude=.castwright members/ "$TARGET" | grep -cE '^\\*deleting +[^/]+/[0-9a-f]{48}/[^/]+\\.(xml|json)$') || true
    [ "$gone" -eq 0 ] || echo "::warning::$gone feeds of members are on the server, and nobody on the list has them. Whoever has left needs none; a name that is spelt otherwise has another address"
    rsync -rt --delete-after --exclude=.castwright members/ "$TARGET"`

const secrets = 'On GitHub: Settings → Secrets and variables → Actions:'

export const hostAutomations = [
  {
    name: 'github-pages',
    title: 'GitHub Pages',
    files: (settings) => githubFiles(settings, {...githubPages, membersStep: membersInStore}),
    toDo: ['On GitHub: Settings → Pages → Source: GitHub Actions.'],
  },
  {
    name: 'gitlab-pages',
    title: 'GitLab Pages',
    files: gitlabFiles,
    importsByHand: true,
    toDo: [
      'On GitLab: Build → Pipeline schedules → New schedule, custom interval `23 * * * *`. Schedules there do not stop on quiet projects.',
      'To have published episodes recorded and merge requests commented: an access token of the project with the scope `api` and the role Maintainer, as the masked CI/CD variable CASTWRIGHT_TOKEN.',
    ],
  },
  {
    name: 'netlify',
    title: 'Netlify',
    files: (settings) => githubFiles(settings, {steps: netlify, membersStep: membersInStore}),
    toDo: [
      'On Netlify: a site without a repository (the workflow uploads it), and a personal access token.',
      `${secrets} the secret NETLIFY_AUTH_TOKEN and the variable NETLIFY_SITE_ID.`,
    ],
  },
  {
    name: 'cloudflare-pages',
    title: 'Cloudflare Pages',
    files: (settings) => githubFiles(settings, {steps: cloudflare, membersStep: membersInStore}),
    toDo: [
      'On Cloudflare: a Pages project with direct upload and the production branch main, and an API token with the permission Cloudflare Pages: Edit.',
      `${secrets} the secret CLOUDFLARE_API_TOKEN and the variables CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_PROJECT.`,
      'Pages takes no file of more than 25 MiB. For longer recordings: a public bucket of R2 or S3 and its key, on GitHub the secrets BUCKET_ACCESS_KEY_ID and BUCKET_SECRET_ACCESS_KEY and the variables BUCKET, BUCKET_URL (`https://media.example.org`) and, where it is not Amazon’s, BUCKET_ENDPOINT.',
    ],
  },
  {
    name: 's3',
    title: 'S3-compatible storage: Amazon S3, Cloudflare R2, MinIO, …',
    files: (settings) => githubFiles(settings, {steps: store, membersStep: membersInStore}),
    toDo: [
      'At the store: a bucket that is public under the address of the site, and a key that may list, write and delete in it and nothing else.',
      `${secrets} the secrets BUCKET_ACCESS_KEY_ID and BUCKET_SECRET_ACCESS_KEY and the variables BUCKET and, where they differ from Amazon’s in us-east-1, BUCKET_ENDPOINT and BUCKET_REGION.`,
    ],
  },
  {
    name: 'rsync',
    title: 'your own server, by rsync',
    files: (settings) => githubFiles(settings, {steps: rsync, membersStep: membersByRsync}),
    toDo: [
      'On the server: a user that may write the folder of the site and nothing else, with the public half of a new SSH key.',
      `${secrets} the secret DEPLOY_SSH_KEY (the private half) and the variables DEPLOY_TARGET (\`user@example.org:/var/www/show/\`, with the final slash) and DEPLOY_KNOWN_HOSTS (what \`ssh-keyscan example.org\` prints).`,
    ],
  },
] as const satisfies readonly InitHost[]

/** The name of a host for which `init` writes the automation. */
export type InitHostName = (typeof hostAutomations)[number]['name']

/** The hosts for which `init` writes the automation, with the titles that people know. */
export const initHosts: readonly {readonly name: InitHostName; readonly title: string}[] = hostAutomations
