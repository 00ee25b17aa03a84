window.addEventListener("message", function(event) {
  var code = JSON.stringify(event.data.template).replace(/\{(\w+)\}/g, '" + values.$1 + "');
  var render = new Function("values", "return " + code);
  event.source.postMessage({ html: render(event.data.values) }, "*");
});
