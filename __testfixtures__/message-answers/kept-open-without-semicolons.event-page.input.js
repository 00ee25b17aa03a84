chrome.runtime.onMessage.addListener(function (message, sender, reply) {
  if (message == 'count') chrome.storage.local.get('count', function (items) { reply(items.count) })
})
