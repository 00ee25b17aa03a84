const greet = (tab) => console.log('hello', tab.id)

window.addEventListener('load', async () => {
  chrome.tabs.onCreated.addListener(greet)
  await chrome.storage.local.get('greeting')
})
