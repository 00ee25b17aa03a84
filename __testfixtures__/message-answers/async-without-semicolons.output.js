chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const key = message.key
  ;(async () => {
    const found = await chrome.storage.local.get(key)
    reply(found[key])
  })()
  return true
})

chrome.runtime.onMessageExternal.addListener((message, sender, reply) => {
  if (message.key) {
    (async () => {
      reply(await chrome.storage.local.get(message.key))
    })()
    return true
  }
  else if (message.tabs) {
    (async () => {
      const tabs = await chrome.tabs.query({});
      reply(tabs.length)
    })()
    return true
  }
})
