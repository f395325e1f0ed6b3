/* Stubs for what libgit2's network transports call. leaksieve opens local repositories
   only and never a remote; linking libssh2 and gssapi statically is not possible on
   Debian (gssapi has no archive) and linking them dynamically costs every start of the
   hook milliseconds. Whoever reaches one of these would have touched the network: abort.

   libssh2_init and libssh2_exit are called by git_libgit2_init, so they answer. The wrap
   of the TLS initialiser (ld --wrap) saves the loading of CA certificates at start. */
#include <stdlib.h>

int libssh2_init(int flags) { (void)flags; return 0; }
void libssh2_exit(void) {}
int __wrap_git_mbedtls_stream_global_init(void) { return 0; }

#define NO_NETWORK(name) \
  void name(void) { abort(); }
NO_NETWORK(gss_delete_sec_context)
NO_NETWORK(gss_display_status)
NO_NETWORK(gss_import_name)
NO_NETWORK(gss_indicate_mechs)
NO_NETWORK(gss_init_sec_context)
NO_NETWORK(gss_release_buffer)
NO_NETWORK(gss_release_name)
NO_NETWORK(gss_release_oid_set)
NO_NETWORK(libssh2_agent_connect)
NO_NETWORK(libssh2_agent_disconnect)
NO_NETWORK(libssh2_agent_free)
NO_NETWORK(libssh2_agent_get_identity)
NO_NETWORK(libssh2_agent_init)
NO_NETWORK(libssh2_agent_list_identities)
NO_NETWORK(libssh2_agent_userauth)
NO_NETWORK(libssh2_channel_close)
NO_NETWORK(libssh2_channel_free)
NO_NETWORK(libssh2_channel_open_ex)
NO_NETWORK(libssh2_channel_process_startup)
NO_NETWORK(libssh2_channel_read_ex)
NO_NETWORK(libssh2_channel_set_blocking)
NO_NETWORK(libssh2_channel_write_ex)
NO_NETWORK(libssh2_hostkey_hash)
NO_NETWORK(libssh2_knownhost_checkp)
NO_NETWORK(libssh2_knownhost_free)
NO_NETWORK(libssh2_knownhost_init)
NO_NETWORK(libssh2_knownhost_readfile)
NO_NETWORK(libssh2_session_abstract)
NO_NETWORK(libssh2_session_disconnect_ex)
NO_NETWORK(libssh2_session_free)
NO_NETWORK(libssh2_session_handshake)
NO_NETWORK(libssh2_session_hostkey)
NO_NETWORK(libssh2_session_init_ex)
NO_NETWORK(libssh2_session_last_error)
NO_NETWORK(libssh2_session_method_pref)
NO_NETWORK(libssh2_session_set_blocking)
NO_NETWORK(libssh2_userauth_authenticated)
NO_NETWORK(libssh2_userauth_keyboard_interactive_ex)
NO_NETWORK(libssh2_userauth_list)
NO_NETWORK(libssh2_userauth_password_ex)
NO_NETWORK(libssh2_userauth_publickey)
NO_NETWORK(libssh2_userauth_publickey_fromfile_ex)
NO_NETWORK(libssh2_userauth_publickey_frommemory)

const void* GSS_C_NT_HOSTBASED_SERVICE;
