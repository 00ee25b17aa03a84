$(document).ready(async function() {
  var bg = await browser.runtime.getBackgroundPage();
  $("#size").val(bg.getSize());

  $("#save").click(async function() {
    var bg = await browser.runtime.getBackgroundPage();
    bg.setSize($("#size").val());
    $(".alert").text("Saved.").fadeTo("slow", 1);
  });
});
