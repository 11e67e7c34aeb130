import {keepCompiledCode} from '../../cache/compiled-code.ts'

async function start(): Promise<void> {
  // To be called before the program is loaded: it reads what the first thread of an earlier run wrote down.
  keepCompiledCode()
  const {listen} = await import('./episode-worker.ts')
  listen()
}

void start()
