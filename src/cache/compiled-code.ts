import nodeModule, {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'
import {readEntries, writeEntries} from './cache-file.ts'

type CompiledFile = {readonly name: string; readonly code: Buffer}

/** What Node's own loader of CommonJS has beside its documented parts, in every release of Node 20. */
type Loader = {_compile: (this: NodeJS.Module, code: string, file: string) => unknown}

/**
 * Keeps what V8 has compiled of the bundled command line, in a file beside each bundle. So the next process need not compile it:
 * that is a third of the time of a small build. From 22.1 on, Node does it itself (`module.enableCompileCache`). Call this before
 * the files are loaded, and after V8 has its flags, because V8 refuses code that was compiled with other flags. Returns a
 * function that writes the file, with all functions that were called until then.
 */
export function keepCompiledCode(): () => void {
  if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function') {
    nodeModule.enableCompileCache()
    return () => {}
  }
  const folder = dirname(fileURLToPath(import.meta.url))
  const path = join(folder, '.compiled', `${process.version}-${process.arch}`)
  const known = new Map<string, Buffer>()
  for (const {value} of readEntries(path, path)) if (isCompiledFile(value)) known.set(value.name, value.code)
  const loaded = new Map<string, Script>()
  let isOutdated = false
  const loader = nodeModule.prototype as unknown as Loader
  const compile = loader._compile
  loader._compile = function compileKept(code, file) {
    if (dirname(file) !== folder) return compile.call(this, code, file)
    const name = basename(file)
    const cachedData = known.get(name)
    // Two megabytes that nobody needs any more.
    known.delete(name)
    const script = new Script(nodeModule.wrap(code), {filename: file, ...(cachedData && {cachedData})})
    loaded.set(name, script)
    if (script.cachedDataRejected !== false) isOutdated = true
    return script.runInThisContext().call(this.exports, this.exports, createRequire(file), this, file, folder)
  }
  return () => {
    if (!isOutdated) return
    for (const [name, script] of loaded) known.set(name, script.createCachedData())
    writeEntries(
      path,
      path,
      [...known].map(([name, code]) => ({value: {name, code} satisfies CompiledFile})),
    )
  }
}

function isCompiledFile(value: unknown): value is CompiledFile {
  return typeof value === 'object' && value !== null && 'name' in value && 'code' in value
}
