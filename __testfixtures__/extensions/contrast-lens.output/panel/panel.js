// Templates are compiled in the sandbox: the panel itself may not evaluate code.
var renderer = document.getElementById("renderer");

renderer.onload = function() {
  renderer.contentWindow.postMessage({
    template: "<b>{count}</b> weak texts",
    values: { count: location.hash.slice(1) }
  }, "*");
};

window.addEventListener("message", function(event) {
  if (event.source != renderer.contentWindow) return;
  document.getElementById("result").innerHTML = event.data.html;
  chrome.runtime.sendMessage({ action: "rendered", html: event.data.html });
});
