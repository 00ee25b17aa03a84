var bg = chrome.extension.getBackgroundPage();

$(document).ready(function() {
  $('#button').click(function() {
    bg.setMode($('#field').is(':checked'));
  });
});
