// Work for several threads whose results come out in the order in which it was given.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <vector>

#ifndef __EMSCRIPTEN__
#include <condition_variable>
#include <mutex>
#include <thread>
#endif

namespace copydesk::cli {

#ifdef __EMSCRIPTEN__

/// Without threads: each job is done when it is given.
template <class Job, class Worker>
class OrderedWork {
 public:
  template <class MakeWorker>
  OrderedWork(std::uint32_t, MakeWorker make) : worker_(make()) {}

  template <class Put>
  Job& free_slot(Put put) {
    if (full_) put(job_);
    full_ = false;
    return job_;
  }
  void submit() {
    worker_.run(job_);
    full_ = true;
  }
  template <class Put>
  void finish(Put put) {
    if (full_) put(job_);
    full_ = false;
  }

 private:
  Worker worker_;
  Job job_;
  bool full_ = false;
};

#else

/// A ring of jobs: the caller fills one slot after the other, threads take them in that order, and the caller
/// puts out each as its turn comes.  At most four jobs a thread are under way, so memory does not grow.
template <class Job, class Worker>
class OrderedWork {
 public:
  /// `threads`: 0 for one a core.
  template <class MakeWorker>
  OrderedWork(std::uint32_t threads, MakeWorker make) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    ring_.resize(threads * std::size_t{4});
    for (std::uint32_t i = 0; i < threads; ++i) {
      workers_.push_back(make());
    }
    for (Worker& worker : workers_) threads_.emplace_back([this, &worker] { serve(worker); });
  }
  ~OrderedWork() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  /// A slot to fill; `put` is given the oldest job when all are taken, and what is done before it.
  template <class Put>
  Job& free_slot(Put put) {
    while (given_ > put_ && (given_ - put_ == ring_.size() || slot(put_).done_now(mutex_))) put_oldest(put);
    return slot(given_).job;
  }
  /// Gives the slot that `free_slot` returned last to the threads.
  void submit() {
    {
      const std::lock_guard lock(mutex_);
      slot(given_).done = false;
      ++given_;
    }
    wake_.notify_one();
  }
  template <class Put>
  void finish(Put put) {
    while (given_ > put_) put_oldest(put);
  }

 private:
  struct Slot {
    Job job;
    bool done = false;
    bool done_now(std::mutex& mutex) {
      const std::lock_guard lock(mutex);
      return done;
    }
  };
  Slot& slot(std::uint64_t number) { return ring_[number % ring_.size()]; }

  template <class Put>
  void put_oldest(Put put) {
    {
      std::unique_lock lock(mutex_);
      finished_.wait(lock, [&] { return slot(put_).done; });
    }
    put(slot(put_).job);
    ++put_;
  }
  void serve(Worker& worker) {
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return closed_ || taken_ < given_; });
      if (taken_ == given_) return;
      Slot& mine = slot(taken_++);
      lock.unlock();
      worker.run(mine.job);
      lock.lock();
      mine.done = true;
      lock.unlock();
      finished_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_, finished_;
  std::deque<Slot> ring_;
  std::deque<Worker> workers_;
  std::vector<std::thread> threads_;
  std::uint64_t given_ = 0, taken_ = 0, put_ = 0;
  bool closed_ = false;
};

#endif

}  // namespace copydesk::cli
