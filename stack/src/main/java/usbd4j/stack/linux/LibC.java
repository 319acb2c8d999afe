package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The C library's functions as in its manual pages, with one difference: {@code size_t}, {@code ssize_t}, {@code off_t} and
 * {@code unsigned long} are {@code int} here. They are as wide as a register, which is 32 bits on an armhf board and 64 on
 * the others; the foreign function interface below JNA widens an {@code int} to a register, and nothing here is 2 GiB long.
 */
final class LibC {
    static final int O_RDONLY = 0;
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_TRUNC = 01000;
    static final int O_NONBLOCK = 04000;
    static final int O_CLOEXEC = 02000000;

    static final int SEEK_END = 2;

    static final int EPOLL_CLOEXEC = O_CLOEXEC;
    static final int EPOLL_CTL_ADD = 1;
    static final int EPOLL_CTL_DEL = 2;
    static final int EPOLLIN = 0x001;
    static final int EPOLLPRI = 0x002;
    static final int EPOLLOUT = 0x004;
    static final int EPOLLERR = 0x008;
    static final int EPOLLHUP = 0x010;
    static final int EPOLLET = 1 << 31;

    static final int EFD_CLOEXEC = O_CLOEXEC;
    static final int EFD_NONBLOCK = 04000;

    static final int AF_UNIX = 1;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCK_STREAM = 1;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_NONBLOCK = O_NONBLOCK;
    static final int SOCK_CLOEXEC = O_CLOEXEC;
    static final int MSG_NOSIGNAL = 0x4000;
    static final int SHUT_RDWR = 2;

    static final int SOL_SOCKET = 1;
    static final int SO_REUSEADDR = 2;
    static final int SO_ERROR = 4;
    static final int SO_KEEPALIVE = 9;
    static final int IPPROTO_TCP = 6;
    static final int TCP_NODELAY = 1;
    static final int TCP_KEEPIDLE = 4;
    static final int TCP_KEEPINTVL = 5;
    static final int TCP_KEEPCNT = 6;
    static final int TCP_USER_TIMEOUT = 18;

    static final int PRIO_PROCESS = 0;

    static final int PROT_READ = 1;
    static final int PROT_WRITE = 2;
    static final int MAP_SHARED = 1;
    static final int MAP_FAILED = -1;

    static final int _SC_PAGESIZE = 30;

    static {
        // The process has the C library already; JNA would search folders for one.
        Native.register(LibC.class, NativeLibrary.getProcess());
    }

    private LibC() {}

    static native int open(String path, int flags);

    static native int close(int fd);

    static native int read(int fd, ByteBuffer buffer, int count);

    static native int read(int fd, Pointer buffer, int count);

    /** {@return the address of {@code tm}} */
    static native Pointer localtime_r(ByteBuffer time, ByteBuffer tm);

    static native int lseek(int fd, int offset, int whence);

    static native int pread(int fd, ByteBuffer buffer, int count, int offset);

    static native int write(int fd, ByteBuffer buffer, int count);

    static native int write(int fd, Pointer buffer, int count);

    static native int writev(int fd, Pointer parts, int count);

    static native int socketpair(int domain, int type, int protocol, ByteBuffer pair);

    static native int poll(Pointer files, int count, int timeout);

    static native int epoll_create1(int flags);

    static native int epoll_ctl(int epfd, int op, int fd, Pointer event);

    static native int epoll_wait(int epfd, Pointer events, int maxevents, int timeout);

    static native int eventfd(int initval, int flags);

    // The arguments of syscall(2) are those of each call; an unsigned long is passed as a pointer.

    static native int syscall(int number, int count, ByteBuffer made);

    static native int syscall(int number, Pointer context);

    static native int syscall(int number, Pointer context, int count, Pointer list);

    static native int syscall(int number, Pointer attributes, int pid, int cpu, int group, int flags);

    static native Pointer mmap(Pointer address, int length, int protection, int flags, int fd, int offset);

    static native int munmap(Pointer address, int length);

    static native int sysconf(int name);

    static native int getpid();

    static native int gettid();

    static native int setpriority(int which, int who, int priority);

    static native int tgkill(int tgid, int tid, int signal);

    static native Pointer signal(int signal, Pointer handler);

    static native int ioctl(int fd, int request, ByteBuffer argument);

    static native int socket(int domain, int type, int protocol);

    static native int bind(int fd, ByteBuffer address, int addressLength);

    static native int listen(int fd, int backlog);

    static native int accept4(int fd, ByteBuffer address, ByteBuffer addressLength, int flags);

    static native int connect(int fd, ByteBuffer address, int addressLength);

    static native int shutdown(int fd, int how);

    static native int getsockname(int fd, ByteBuffer address, ByteBuffer addressLength);

    static native int getsockopt(int fd, int level, int name, ByteBuffer value, ByteBuffer valueLength);

    static native int setsockopt(int fd, int level, int name, ByteBuffer value, int valueLength);

    static native int sendto(int fd, ByteBuffer data, int length, int flags, ByteBuffer address, int addressLength);

    static native @Nullable Pointer getpwnam(String name);

    static native int mkdir(String path, int mode);

    static native int chmod(String path, int mode);

    static native int chown(String path, int owner, int group);

    static native int rmdir(String path);

    static native int symlink(String target, String path);

    static native int unlink(String path);

    static native int mount(String source, String target, String type, int flags, String data);

    static native int umount2(String target, int flags);
}
