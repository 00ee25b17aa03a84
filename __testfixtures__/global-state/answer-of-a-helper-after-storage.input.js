(function () {
  window.net = window.net || {};

  net.get = function (url, type, callback, failed) {
    var request = new XMLHttpRequest();
    request.onreadystatechange = function () {
      if (request.readyState !== 4) return;
      var answer = type === 'json' ? JSON.parse(request.response) : request.response;
      if (request.status === 200) callback(answer);
      else if (failed) failed(request.status);
    };
    request.open('GET', url, true);
    request.send();
  };

  var lastState = '';

  function update(answer) {
    var state = /open/i.test(answer) ? 'open' : 'closed';
    if (lastState && lastState !== state) chrome.browserAction.setTitle({ title: state });
    lastState = state;
  }

  function refresh() {
    chrome.storage.sync.get('user', function (items) {
      net.get('https://tree.example/' + items.user, 'text', update);
    });
  }

  chrome.alarms.onAlarm.addListener(refresh);
  refresh();
})();
