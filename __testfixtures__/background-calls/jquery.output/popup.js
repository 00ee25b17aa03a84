$(document).ready(function() {
  $('#button').click(function() {
    chrome.runtime.sendMessage({
      type: 'background/setMode',
      args: { mode: $('#field').is(':checked') }
    });
  });
});
