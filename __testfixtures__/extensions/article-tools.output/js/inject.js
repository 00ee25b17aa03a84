// Everything that is done inside pages.
var inject = {
  // Calls back with { words, images }, or with null where no script may run.
  measure: function (tabId, callback) {
    chrome.scripting.executeScript({ target: { tabId }, files: ['js/measure.js'] }, function (results) {
      if (chrome.runtime.lastError || !results) {
        callback(null)
        return
      }
      callback(results[0].result)
    })
  },

  // The number of links in all frames together.
  links: function (tabId, callback) {
    chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: function () {
        return document.links.length
      }
    }, function (results) {
      var sum = 0
      for (var i = 0; i < results.length; i++) sum += results[i].result
      callback(sum)
    })
  },

  theme: function (tabId, items) {
    chrome.scripting.insertCSS({
      target: { tabId, allFrames: true },
      files: ['css/' + items.theme + '.css']
    })
    chrome.scripting.insertCSS({
      target: { tabId },
      css: 'body { max-width: ' + items.width + 'em !important }'
    })
  },

  position: function (tabId, callback) {
    chrome.scripting.executeScript({
      target: { tabId },
      func: function () {
        var y = document.body.scrollTop || document.documentElement.scrollTop;
        return Math.round(y)
      }
    }, function (results) {
      callback(results && results[0].result)
    })
  },

  scroll: function (tabId, y) {
    chrome.tabs.executeScript(tabId, { code: 'window.scrollTo(0, ' + y + '); document.documentElement.dataset.scrolled = ' + y })
  },

  // Says something at the foot of the page that the user is looking at.
  say: function (text) {
    chrome.tabs.query({ active: true, lastFocusedWindow: true }, function (tabs) {
      chrome.scripting.executeScript({
        target: { tabId: tabs[0].id },
        func: function (text) {
          globalThis.said = text
        },
        args: [text]
      }, function () {
        chrome.scripting.executeScript({ target: { tabId: tabs[0].id }, files: ['js/say.js'] })
      })
    })
  }
}
