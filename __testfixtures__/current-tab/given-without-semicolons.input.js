chrome.action.onClicked.addListener(() => {
  const text = 'a'
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    [text, 'b'].forEach((one) => chrome.tabs.sendMessage(tabs[0].id, one))
  })
})
chrome.action.onClicked.addListener(() => {
  console.log('clicked')
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => (tabs[0].pinned ? close : reload)(tabs[0]))
})
chrome.action.onClicked.addListener(async () => {
  console.log('clicked')
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  (tab.pinned ? close : reload)(tab)
})

function close(tab) {
  chrome.tabs.remove(tab.id)
}

function reload(tab) {
  chrome.tabs.reload(tab.id)
}
