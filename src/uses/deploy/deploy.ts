import {resolve} from 'node:path'
import {applyDeploy, type DeployProgress, type DeployTarget, prepareDeploy} from '../../deploy/deploy-files.ts'
import {type FileToDeploy, measured} from '../../deploy/local-files.ts'
import {isStoreFault, openStore, type StoreAddress} from '../../deploy/object-store.ts'
import {hostFilePaths} from '../../hosting/hosts.ts'
import {contentTypeOf, servedKindOf} from '../../hosting/served-kinds.ts'
import type {Outcome, Problem} from '../../model/problem.ts'
import {reportedPath} from '../../plan/feeds/member-feeds.ts'
import {type ManifestFile, readOutputs, reportedEntry} from '../../write/write.ts'
import {outputHolds} from '../audience/output-scope.ts'
import {problem} from '../use-problems.ts'
import {deployLosses} from './deploy-losses.ts'
import {membersGone} from './deploy-members.ts'

/** Which store to use, and which files go there. */
export type DeployOptions = StoreAddress & {
  /** The folder in the store that the output goes to: empty, or for example `night-trains/`. */
  readonly prefix?: string
  /** A canned ACL such as `public-read`, where the store wants one. */
  readonly acl?: string
  /** Losses of the store that are intended: `CODE:NAME`, or `CODE` for all of that kind. */
  readonly accept?: readonly string[]
  /** Only reports what would be done. */
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
 * Puts what the last build wrote into `output` into an S3-compatible store. Each file has its type and caching. Only what changed
 * is sent, and feeds are sent last. Files that no feed names any more are deleted after them, if a deploy has put them there.
 * Problems: `deploy-unbuilt`, `deploy-file-missing`, `deploy-failed`, `deploy-members-gone`, and losses of what the store has
 * (`deployLosses`).
 */
export async function deploy(output: string, options: DeployOptions): Promise<Outcome<DeployReport>> {
  const folder = resolve(output)
  const built = await readOutputs(folder)
  if (built === undefined) {
    const message = `${output} holds no finished build, so there is nothing to deploy`
    return failed(problem('deploy-unbuilt', {}, message, 'Run castwright build first'))
  }
  const files = measured(folder, filesToDeploy(built.files))
  if ('unread' in files) {
    const message = `${reportedEntry(files.unread)} was built and is gone, or cannot be read: nothing is deployed`
    return failed(problem('deploy-file-missing', {}, message, 'Run castwright build again'))
  }
  const {prefix = '', acl, dryRun = false, onProgress} = options
  const below = prefix === '' ? '' : `${prefix.replace(/^\/+|\/+$/g, '')}/`
  const target: DeployTarget = {store: openStore(options), prefix: below, ...(acl === undefined ? {} : {acl})}
  const prepared = await prepareDeploy(target, files, await outputHolds(folder, built.outputs))
  if (isStoreFault(prepared)) return failed(storeProblem(prepared.fault, options))
  const losses = await deployLosses({folder, outputs: built.outputs}, target, prepared, options.accept ?? [])
  if (isStoreFault(losses)) return failed(storeProblem(losses.fault, options))
  if (losses.length > 0) return {ok: false, problems: losses}
  const fault = dryRun ? undefined : await applyDeploy(target, prepared, reported(onProgress))
  if (fault !== undefined) return failed(storeProblem(fault.fault, options))
  const {uploads, deletions, unchanged} = prepared
  const sizeInBytes = uploads.reduce((sum, file) => sum + file.sizeInBytes, 0)
  return {
    ok: true,
    value: {
      uploaded: uploads.map(({path}) => reportedPath(path)),
      deleted: deletions.map(reportedPath),
      unchanged: unchanged.map(reportedPath),
      sizeInBytes,
    },
    problems: membersGone(prepared),
  }
}

function reported(onProgress: DeployOptions['onProgress']): DeployOptions['onProgress'] {
  return onProgress && (({path, ...rest}) => onProgress({...rest, path: reportedPath(path)}))
}

function failed(one: Problem): Outcome<DeployReport> {
  return {ok: false, problems: [one]}
}

function storeProblem(fault: string, {bucket, endpoint}: DeployOptions): Problem {
  const where = endpoint === undefined ? `s3://${bucket}` : `s3://${bucket} at ${endpoint}`
  const hint =
    'Check the bucket, the region and what the keys may do; then deploy again: it goes on where this one ended'
  // A fault names the object, and the reason of a store or of the system may name it again.
  const reason = fault.replace(/\b[\da-f]{48}\/[^\s'",;:]*/g, '…')
  return problem('deploy-failed', {}, `Deploying to ${where} failed: ${reason}`, hint)
}

/** A store reads no instructions for hosts and serves no compressed copies. So neither is sent. */
function filesToDeploy(built: readonly ManifestFile[]): readonly FileToDeploy[] {
  const paths = new Set(built.map(({path}) => path))
  const isCopy = (path: string) => /\.(?:gz|br)$/.test(path) && paths.has(path.slice(0, -3))
  return built
    .filter(({path}) => !hostFilePaths.has(path.replace(/^.*\//, '')) && !isCopy(path))
    .map((file) => ({
      path: file.path,
      rank: file.rank,
      contentType: contentTypeOf(file.mimeType),
      cacheControl: servedKindOf(file).cacheControl,
    }))
}
