import {importLine, stageCommand} from './copy-steps.ts'
import type {CopySource, InitFile, InitSettings} from './init-file.ts'
import {shellWord, yamlText} from './quoted-paths.ts'
import {withMark} from './written-mark.ts'

export function gitlabFiles(settings: InitSettings): readonly InitFile[] {
  // A repository has only one pipeline. If it belongs to another show, it is left alone.
  const isOf = `check ${shownAs(settings)}\n`
  return [{path: '.gitlab-ci.yml', content: withMark(pipeline(settings)), isUpdated: true, isOf}]
}

function shownAs({showFolder}: InitSettings): string {
  return showFolder === '' ? '.' : shellWord(showFolder.replace(/\/$/, ''))
}

/** Publishes on a push, on a schedule and by hand; a merge request gets a comment that is kept up to date. */
function pipeline(settings: InitSettings): string {
  const {showFolder, version} = settings
  const show = shownAs(settings)
  return `workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

default:
  image: node:22-bookworm
  timeout: 30 minutes
  before_script:
    # What runs is bundled in this one package, of this very version; no script of any package is run by the installation.
    - npm install --global --ignore-scripts castwright@${version}

${previewJob(show, showFolder)}
${(settings.shards ?? 1) > 1 ? networkJobs(show, settings) : pagesJob(show, settings)}
${
  settings.copyOf === undefined
    ? ''
    : `${hostJob}
`
}${membersJob(show)}`
}

function previewJob(show: string, showFolder: string): string {
  return `preview:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - ${yamlText(`castwright check ${show}`)}
    - ${yamlText(`castwright build --frozen --for public --out preview ${show}`)}
    - git fetch --depth=1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - base=$(mktemp -d) && git worktree add --force "$base/show" FETCH_HEAD
    - castwright build --for public --out "$base/published" "$base/show"/${shellWord(showFolder)}
    # 1 is its verdict, for people to judge; anything else is a failure.
    - ${yamlText(`castwright compare "$base/published" ${show} --format markdown > compare.md || [ $? -eq 1 ]`)}
    - cat compare.md
    - |
      if [ -n "\${CASTWRIGHT_TOKEN:-}" ]; then
        notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
        printf '<!-- castwright -->\\n%s\\n' "$(cat compare.md)" > comment.md
        id=$(curl -sSf --header "PRIVATE-TOKEN: $CASTWRIGHT_TOKEN" "$notes?per_page=100" | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).find(({body}) => body.startsWith("<!-- castwright -->"))?.id ?? ""')
        method=POST; [ -z "$id" ] || { method=PUT; notes="$notes/$id"; }
        curl -sSf --request "$method" --header "PRIVATE-TOKEN: $CASTWRIGHT_TOKEN" --data-urlencode body@comment.md "$notes" > /dev/null
      fi
  artifacts:
    paths: [preview, compare.md]
`
}

/** An artifact or a cache could be downloaded by everybody who may see the pipeline, so this job has neither. */
function membersJob(show: string): string {
  return `members:
  # Makes the feeds for members, and carries them to a store of their own. It runs once MEMBERS_TARGET is set.
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $MEMBERS_TARGET
  needs: [pages]
  resource_group: members
  cache: []
  dependencies: []
  script:
    - ${yamlText(`castwright build --frozen --for members --out members ${show}`)}
    - castwright deploy members --to "$MEMBERS_TARGET"
`
}

/** A job that fails publishes nothing. So it is another one that says that the host did not answer. */
const hostJob = `host:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  needs: [pages]
  cache: []
  before_script: []
  script:
    - |
      if [ "$HOST_STATE" = failed ]; then
        echo 'The feed of the host could not be taken: the log of the job "pages" says why. What was published stays.'
        exit 1
      fi
`

/** Shards build the shows of a network side by side; `pages` builds what the network itself publishes from what they left. */
function networkJobs(show: string, {showFolder, shards = 1}: InitSettings): string {
  const lock = shellWord(`${showFolder}*castwright.lock.json`)
  const shard = (options: string) =>
    `castwright build ${options}--for public --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL" --out "parts/$CI_NODE_INDEX" ${show}`
  const own = (options: string) => `castwright build ${options}--for public --merge parts --out parts/0 ${show}`
  const keepLocks = `git ls-files -z --modified --others --exclude-standard -- ${lock} | xargs -0 -r cp --parents -t locks`
  return `shards:
  stage: build
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  parallel: ${shards}
  cache:
    key: castwright-$CI_NODE_INDEX-of-$CI_NODE_TOTAL
    # What builds remember holds for the files that they left.
    paths: [${JSON.stringify(`${showFolder}**/.castwright/`)}, parts/]
  script:
    - ${yamlText(shard('--frozen --first '))}
    - ${yamlText(shard(''))}
    - mkdir -p locks
    - ${yamlText(keepLocks)}
  artifacts:
    paths: [parts, locks]
    expire_in: 1 day

pages:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # One at a time.
  resource_group: pages
  needs: [shards]
  script:
    # The same input gives the same bytes, so deploying what did not change changes nothing for anybody.
    - ${yamlText(own('--frozen --first '))}
    - ${yamlText(own(''))}
    - mkdir -p public && cp -a parts/*/. public/
    - cp -a locks/. .
    - |
      git add -- ${lock}
      if [ -n "\${CASTWRIGHT_TOKEN:-}" ] && ! git diff --cached --quiet; then
        # What the schedule published is committed, so that its identity is kept whatever becomes of its file.
        git -c user.name=castwright -c user.email=castwright@users.noreply.gitlab.com commit --message 'Record what was published'
        git push --push-option=ci.skip "https://castwright:$CASTWRIGHT_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git" "HEAD:$CI_DEFAULT_BRANCH" || echo 'The locks could not be pushed: run castwright build and commit them'
      fi
  artifacts:
    paths: [public]
`
}

function pagesJob(show: string, {showFolder, isNetwork = false, copyOf}: InitSettings): string {
  const below = `${showFolder}${isNetwork ? '**/' : ''}`
  const lock = shellWord(`${showFolder}${isNetwork ? '*' : ''}castwright.lock.json`)
  return `pages:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # One at a time.
  resource_group: pages
  cache:
    key: castwright
    # What builds remember holds for the files that they left: only what differs from these is made again.
    paths: [${JSON.stringify(`${below}.castwright/`)}, public/]
  script:
${importLines(show, copyOf)}    - ${yamlText(`castwright check ${show}`)}
    - ${yamlText(`if [ "$CI_PIPELINE_SOURCE" = schedule ]; then castwright next --wait 600 ${show}; fi`)}
    # The same input gives the same bytes, so deploying what did not change changes nothing for anybody.
    - ${yamlText(`castwright build --frozen --first --for public --out public ${show}`)}
    - ${yamlText(`castwright build --for public --out public ${show}`)}
    - |
      ${stage(show, lock, copyOf)}
      if [ -n "\${CASTWRIGHT_TOKEN:-}" ] && ! git diff --cached --quiet; then
        # What was published is committed, so that its identity is kept whatever becomes of its file.
        git -c user.name=castwright -c user.email=castwright@users.noreply.gitlab.com commit --message '${copyOf === undefined ? 'Record what was published' : 'Bring what the host has published'}'
        git push --push-option=ci.skip "https://castwright:$CASTWRIGHT_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git" "HEAD:$CI_DEFAULT_BRANCH" || echo 'It could not be pushed: run the same commands yourself, and commit what they write'
      fi
  artifacts:
    paths: [public]
${copyOf === undefined ? '' : '    reports:\n      dotenv: host.env\n'}`
}

function importLines(show: string, copyOf: CopySource | undefined): string {
  if (copyOf === undefined) return ''
  const state = (word: string) => `echo HOST_STATE=${word} > host.env`
  const command = `${importLine(copyOf, show, '')} && ${state('fine')} || ${state('failed')}`
  return `    # Where the host does not answer, what the repository has is published all the same.
    - ${yamlText(command)}
`
}

/** The first lock, and new episodes of the host, are files that git does not know yet. */
function stage(show: string, lock: string, copyOf: CopySource | undefined): string {
  return copyOf === undefined ? `git add -- ${lock}` : stageCommand(show)
}
