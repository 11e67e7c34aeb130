// Loaded into the program (`node --require`): says at its end how many bytes of its own code it has loaded.
const {statSync} = require('node:fs')

process.on('exit', () => {
  const own = Object.keys(require.cache).filter((file) => /[\\/]dist[\\/]bin[\\/]/.test(file))
  process.stderr.write(`bytes: ${own.reduce((sum, file) => sum + statSync(file).size, 0)}\n`)
})
