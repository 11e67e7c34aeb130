import {keepCompiledCode} from '../../cache/compiled-code.ts'

async function start(): Promise<void> {
  // Before the program is loaded: what the first thread of an earlier run wrote down.
  keepCompiledCode()
  const {listen} = await import('./episode-worker.ts')
  listen()
}

void start()
