#include "app/run.h"

int main(int argc, char** argv) { return toolkitd::app::run(argc, argv); }
