// Everything that is done inside pages.
var inject = {
  // Calls back with { words, images }, or with null where no script may run.
  measure: function (tabId, callback) {
    chrome.tabs.executeScript(tabId, { file: 'js/measure.js', runAt: 'document_end' }, function (results) {
      if (chrome.runtime.lastError || !results) {
        callback(null)
        return
      }
      callback(results[0])
    })
  },

  // The number of links in all frames together.
  links: function (tabId, callback) {
    chrome.tabs.executeScript(tabId, { code: 'document.links.length', allFrames: true, matchAboutBlank: true }, function (results) {
      var sum = 0
      for (var i = 0; i < results.length; i++) sum += results[i]
      callback(sum)
    })
  },

  theme: function (tabId, items) {
    chrome.tabs.insertCSS(tabId, { file: 'css/' + items.theme + '.css', allFrames: true })
    chrome.tabs.insertCSS(tabId, { code: 'body { max-width: ' + items.width + 'em !important }' })
  },

  position: function (tabId, callback) {
    chrome.tabs.executeScript(tabId, {
      code: 'var y = document.body.scrollTop || document.documentElement.scrollTop; Math.round(y)'
    }, function (results) {
      callback(results && results[0])
    })
  },

  scroll: function (tabId, y) {
    chrome.tabs.executeScript(tabId, { code: 'window.scrollTo(0, ' + y + '); document.documentElement.dataset.scrolled = ' + y })
  },

  // Says something at the foot of the page that the user is looking at.
  say: function (text) {
    chrome.tabs.executeScript({ code: 'var said = ' + JSON.stringify(text) }, function () {
      chrome.tabs.executeScript({ file: 'js/say.js' })
    })
  }
}
