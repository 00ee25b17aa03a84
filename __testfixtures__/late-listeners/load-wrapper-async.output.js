const greet = (tab) => console.log('hello', tab.id)

;(async () => {
  chrome.tabs.onCreated.addListener(greet)
  await chrome.storage.local.get('greeting')
})()
