/*!
 * promise-api 1.0.2
 * The promises of browser.* where there is only chrome.* with callbacks.
 * Released under the MIT license
 */
(function () {
  "use strict";
  if (typeof browser !== "undefined" && browser.runtime) return;

  var synchronous = ["getURL", "getManifest", "getMessage", "getUILanguage", "getViews", "connect", "create"];
  var listeners = new WeakMap();

  function promised(object, name) {
    return function () {
      var args = Array.prototype.slice.call(arguments);
      return new Promise(function (resolve, reject) {
        object[name].apply(object, args.concat(function (result) {
          var error = chrome.runtime.lastError;
          if (error) reject(new Error(error.message));
          else resolve(result);
        }));
      });
    };
  }

  // A listener may answer a message with a promise.
  function answering(listener) {
    if (!listeners.has(listener)) {
      listeners.set(listener, function (message, sender, sendResponse) {
        var answer = listener(message, sender, sendResponse);
        if (!answer || typeof answer.then !== "function") return answer;
        answer.then(sendResponse);
        return true;
      });
    }
    return listeners.get(listener);
  }

  function wrap(object, path) {
    return new Proxy({}, {
      get: function (_, name) {
        var value = object[name];
        if (path === "runtime" && name === "onMessage") {
          return {
            addListener: function (listener) { value.addListener(answering(listener)); },
            removeListener: function (listener) { value.removeListener(answering(listener)); }
          };
        }
        if (typeof value === "function") return synchronous.indexOf(name) !== -1 ? value.bind(object) : promised(object, name);
        if (value && typeof value === "object" && !value.addListener) return wrap(value, name);
        return value;
      }
    });
  }

  window.browser = wrap(chrome, "");
})();
