let pause

chrome.idle.onStateChanged.addListener(state => {
  if (pause) {
    clearTimeout(pause)
    pause = null
  }
  if (state !== 'idle') return
  pause = setTimeout(() => {
    pause = null
    chrome.tabs.create({url: 'pause.html'})
  }, 90e3)
})
