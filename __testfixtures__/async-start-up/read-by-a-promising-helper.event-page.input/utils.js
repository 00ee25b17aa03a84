var Utils = (function () {
  function storageGet(keys) {
    return new Promise(function (resolve) {
      chrome.storage.local.get(keys, resolve);
    });
  }

  return { storageGet: storageGet };
})();
