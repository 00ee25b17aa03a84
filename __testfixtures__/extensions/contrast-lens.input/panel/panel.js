// Templates are compiled in the sandbox: the panel itself may not evaluate code.
var renderer = document.createElement("iframe");
renderer.id = "renderer";
renderer.src = "../sandbox/render.html";

renderer.onload = function() {
  renderer.contentWindow.postMessage({
    template: "<b>{count}</b> weak texts",
    values: { count: location.hash.slice(1) }
  }, "*");
};

document.body.appendChild(renderer);

window.addEventListener("message", function(event) {
  if (event.source != renderer.contentWindow) return;
  document.getElementById("result").innerHTML = event.data.html;
  chrome.extension.sendRequest({ action: "rendered", html: event.data.html });
});
