let total = 0
let ready = false

chrome.storage.local.get({ count: 0 }, ({ count }) => {
  total = count
  ready = total > 0
})

;(chrome.action || chrome.browserAction).onClicked.addListener(() => chrome.runtime.openOptionsPage())
