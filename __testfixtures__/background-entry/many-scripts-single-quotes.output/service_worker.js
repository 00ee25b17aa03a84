importScripts(
  'scripts/settings.js',
  'scripts/history.js',
  'scripts/messages.js',
  'scripts/background.js'
)
