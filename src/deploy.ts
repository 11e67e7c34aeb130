import {resolve} from 'node:path'
import {applyDeploy, type DeployProgress, type DeployTarget, planDeploy} from './deploy/deploy-files.ts'
import {type DeployFile, type FileToDeploy, measured} from './deploy/local-files.ts'
import {isStoreFault, openStore, type StoreAddress} from './deploy/object-store.ts'
import {hostFilePaths} from './hosting/hosts.ts'
import {contentTypeOf, servedKindOf} from './hosting/served-kinds.ts'
import {type Outcome, type Problem, problem} from './model/problem.ts'
import {reportedPath} from './plan/member-feeds.ts'
import {type PublishedFile, readPublished} from './write/write.ts'

export type DeployOptions = StoreAddress & {
  /** Below which the output goes: empty, or `night-trains/`. */
  readonly prefix?: string
  /** A canned ACL such as `public-read`, where the store wants one. */
  readonly acl?: string
  /** Only says what would be done. */
  readonly dryRun?: boolean
  readonly onProgress?: (progress: DeployProgress) => void
}

/** What a deploy did, or would do with `dryRun`. Paths are those of the output. */
export type DeployReport = {
  readonly uploaded: readonly string[]
  readonly deleted: readonly string[]
  readonly unchanged: readonly string[]
  readonly sizeInBytes: number
}

/**
 * Puts what the last build wrote into `output` into an S3-compatible store, each file with its type and caching. Only what changed is
 * sent; feeds are sent last; what no feed names any more is deleted after them, if a deploy has put it there. Problems:
 * `deploy-unbuilt`, `deploy-file-missing`, `deploy-failed`.
 */
export async function deploy(output: string, options: DeployOptions): Promise<Outcome<DeployReport>> {
  const published = await readPublished(resolve(output))
  if (published === undefined) {
    const message = `${output} holds no finished build, so there is nothing to deploy`
    return failed(problem('deploy-unbuilt', {}, message, 'Run castwright build first'))
  }
  const files: DeployFile[] = []
  for (const each of filesToDeploy(published)) {
    const file = await measured(resolve(output), each).catch(() => undefined)
    if (file === undefined) {
      const message = `${each.path} was built and is gone, or cannot be read: nothing is deployed`
      return failed(problem('deploy-file-missing', {}, message, 'Run castwright build again'))
    }
    files.push(file)
  }
  const {prefix = '', acl, dryRun = false, onProgress} = options
  const folder = prefix === '' ? '' : `${prefix.replace(/^\/+|\/+$/g, '')}/`
  const target: DeployTarget = {store: openStore(options), prefix: folder, ...(acl === undefined ? {} : {acl})}
  const plan = await planDeploy(target, files)
  if (isStoreFault(plan)) return failed(storeProblem(plan.fault, options))
  const fault = dryRun ? undefined : await applyDeploy(target, plan, onProgress)
  if (fault !== undefined) return failed(storeProblem(fault.fault, options))
  const {uploads, deletions, unchanged} = plan
  const sizeInBytes = uploads.reduce((sum, file) => sum + file.sizeInBytes, 0)
  return {
    ok: true,
    value: {
      uploaded: uploads.map(({path}) => reportedPath(path)),
      deleted: deletions.map(reportedPath),
      unchanged: unchanged.map(reportedPath),
      sizeInBytes,
    },
    problems: [],
  }
}

function failed(one: Problem): Outcome<DeployReport> {
  return {ok: false, problems: [one]}
}

function storeProblem(fault: string, {bucket, endpoint}: DeployOptions): Problem {
  const where = endpoint === undefined ? `s3://${bucket}` : `s3://${bucket} at ${endpoint}`
  const hint =
    'Check the bucket, the region and what the keys may do; then deploy again: it goes on where this one ended'
  return problem('deploy-failed', {}, `Deploying to ${where} failed: ${fault}`, hint)
}

/** A store takes no instructions and picks no compressed copies: both stay at home. */
function filesToDeploy(published: readonly PublishedFile[]): readonly FileToDeploy[] {
  const paths = new Set(published.map(({path}) => path))
  const isCopy = (path: string) => /\.(?:gz|br)$/.test(path) && paths.has(path.slice(0, -3))
  return published
    .filter(({path}) => !hostFilePaths.has(path.replace(/^.*\//, '')) && !isCopy(path))
    .map((file) => ({
      path: file.path,
      isFeed: file.rank === 'feed',
      contentType: contentTypeOf(file.mimeType),
      cacheControl: servedKindOf(file).cacheControl,
    }))
}
