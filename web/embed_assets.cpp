// Build step: writes a C++ source that holds files, their media types and their hashes.
//
//   embed_assets assets.cpp FILE...

#include <openssl/evp.h>

#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string digest_of(const std::string& bytes, const std::string& name, const EVP_MD* algorithm) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, algorithm, nullptr) != 1) {
        throw std::runtime_error("OpenSSL has no " + name);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE * 2> text{};
    const int written = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(length));
    return name + "-" + std::string(text.begin(), text.begin() + written);
}

std::string media_type(const std::filesystem::path& path) {
    if (path.extension() == ".css") return "text/css; charset=utf-8";
    if (path.extension() == ".js") return "text/javascript; charset=utf-8";
    if (path.extension() == ".svg") return "image/svg+xml";
    throw std::runtime_error(path.string() + ": what this is to browsers is not known");
}

// By the assembler: a megabyte as numbers keeps the compiler busy for a minute.
void write_bytes(std::ostream& out, const std::string& name, const std::filesystem::path& path) {
    out << "asm(\".section .rodata\\n.global " << name << "\\n"
        << name << ":\\n.incbin \\\"" << std::filesystem::absolute(path).string() << "\\\"\\n.previous\\n\");\n"
        << "extern \"C\" const char " << name << "[];\n";
}

void embed(const std::string& target, int count, char** files) {
    std::ostringstream bytes;
    std::ostringstream list;
    for (int i = 0; i < count; ++i) {
        const std::filesystem::path path(files[i]);
        const std::string content = read(path);
        const std::string name = "toolkitd_asset_" + std::to_string(i);
        write_bytes(bytes, name, path);
        list << "    {\"" << path.filename().string() << "\", \"" << media_type(path) << "\", {" << name << ", "
             << content.size() << "}, \"" << digest_of(content, "sha384", EVP_sha384()) << "\", \"'"
             << digest_of(content, "sha256", EVP_sha256()) << "'\"},\n";
    }
    std::ofstream(target, std::ios::binary)
        << "#include \"assets.h\"\n\n"
        << bytes.str()
        << "\nnamespace toolkitd::web {\n\nstd::span<const Asset> assets() {\n    static const Asset kAssets[] = {\n"
        << list.str() << "    };\n    return kAssets;\n}\n\n}\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: embed_assets assets.cpp FILE...\n";
        return 2;
    }
    try {
        embed(argv[1], argc - 2, argv + 2);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "embed_assets: " << error.what() << '\n';
        return 1;
    }
}
