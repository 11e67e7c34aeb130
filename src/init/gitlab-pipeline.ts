import type {InitFile, InitSettings} from './init-file.ts'
import {withMark} from './written-mark.ts'

export function gitlabFiles(settings: InitSettings): readonly InitFile[] {
  return [{path: '.gitlab-ci.yml', content: withMark(pipeline(settings)), isUpdated: true}]
}

/** Publishes on a push, on a schedule and by hand; a merge request gets a comment that is kept up to date. */
function pipeline({showFolder, version}: InitSettings): string {
  const show = showFolder === '' ? '.' : showFolder.replace(/\/$/, '')
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

preview:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - castwright check ${show}
    - castwright build --frozen --out preview ${show}
    - git fetch --depth=1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
    - base=$(mktemp -d) && git worktree add --force "$base/show" FETCH_HEAD
    - castwright build --out "$base/published" "$base/show/${showFolder}"
    # 1 is its verdict, for people to judge; anything else is a failure.
    - castwright compare "$base/published" ${show} --format markdown > compare.md || [ $? -eq 1 ]
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

pages:
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  # One at a time.
  resource_group: pages
  cache:
    key: castwright
    paths: [${showFolder}.castwright/]
  script:
    - castwright check ${show}
    - if [ "$CI_PIPELINE_SOURCE" = schedule ]; then castwright next --wait 600 ${show}; fi
    # The same input gives the same bytes, so deploying what did not change changes nothing for anybody.
    - castwright build --frozen --out public ${show}
    - castwright build --out public ${show}
    - |
      if [ -n "\${CASTWRIGHT_TOKEN:-}" ] && ! git diff --quiet -- ${showFolder}castwright.lock.json; then
        # What the schedule published is committed, so that its identity is kept whatever becomes of its file.
        git -c user.name=castwright -c user.email=castwright@users.noreply.gitlab.com commit --message 'Record what was published' -- ${showFolder}castwright.lock.json
        git push --push-option=ci.skip "https://castwright:$CASTWRIGHT_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git" "HEAD:$CI_DEFAULT_BRANCH" || echo 'The lock could not be pushed: run castwright build and commit it'
      fi
  artifacts:
    paths: [public]
`
}
