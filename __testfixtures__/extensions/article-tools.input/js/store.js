var store = {
  defaults: { width: 40, theme: 'paper', readings: {} },

  get: function (callback) {
    chrome.storage.local.get(store.defaults, callback)
  },

  // Remembers what is known of a page.
  note: function (url, facts, callback) {
    store.get(function (items) {
      var reading = items.readings[util.clean(url)] || {}
      util.each(facts, function (key, value) { reading[key] = value })
      items.readings[util.clean(url)] = reading
      chrome.storage.local.set({ readings: items.readings }, callback)
    })
  }
}
