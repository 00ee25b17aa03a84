chrome.runtime.onMessage.addListener(async (message, sender, reply) => {
  const key = message.key
  const found = await chrome.storage.local.get(key)
  reply(found[key])
})

chrome.runtime.onMessageExternal.addListener(async (message, sender, reply) => {
  if (message.key) reply(await chrome.storage.local.get(message.key))
  else if (message.tabs) { const tabs = await chrome.tabs.query({}); reply(tabs.length) }
})
