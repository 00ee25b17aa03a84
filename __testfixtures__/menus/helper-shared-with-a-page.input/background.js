addOpen();
