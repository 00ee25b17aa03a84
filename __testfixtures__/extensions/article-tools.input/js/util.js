// Shared by the background and the options page.
var util = {
  each: function (object, fn) {
    Object.keys(object).forEach(function (key) { fn(key, object[key]) })
  },

  // The address without what does not name the page.
  clean: function (url) {
    return url.replace(/[?#].*$/, '')
  },

  minutes: function (words) {
    return Math.max(1, Math.round(words / 220))
  },

  byId: function (id) {
    return document.getElementById(id)
  }
}
