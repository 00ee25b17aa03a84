setTimeout('update()', 100);
function update() {}
